<?php
/*
 * Packs an eFiction archive, its database and its stories, into one file that Storyhold reads.
 *
 * Put this file beside the archive's config.php, open it in a browser and give the code that came
 * with it. It changes nothing of the archive, and works in steps of a few seconds. Delete it
 * afterwards; its last page does that for you.
 *
 * Part of Storyhold. Copyright the Storyhold authors. AGPL-3.0-or-later.
 * Runs on PHP 5.3 to 8.4 with mysqli or PDO: no short arrays, no ??, no type names below.
 */

define('CODE_SHA1', '{{code_sha1}}');
define('GOOD_UNTIL', {{good_until}});
define('SECONDS_A_STEP', 8);
define('ROWS_AT_ONCE', 50);
define('BYTES_AT_ONCE', 2000000);
define('ROOT', dirname(__FILE__));
define('BUNDLE', 'storyhold-bundle');

error_reporting(0);
ini_set('display_errors', '0');
@set_time_limit(0);
header('Content-Type: text/html; charset=utf-8');
header('Cache-Control: no-store');
header('X-Robots-Tag: noindex');
header('Referrer-Policy: no-referrer');
header("Content-Security-Policy: default-src 'none'; form-action 'self'; frame-ancestors 'none'");

answer();

// --- the pages -----------------------------------------------------------------------------------

function answer()
{
    $code = given_code();
    if ($code === null) {
        return;
    }
    if (isset($_POST['delete'])) {
        clean_up($code);
        return page('Everything is deleted', '<p>The bundle and this file are gone. You can close this page.</p>');
    }
    if (time() > GOOD_UNTIL) {
        return page('This file is too old', '<p>It worked for two weeks. Delete it, and get a new one from Storyhold if you need it.</p>' . delete_form());
    }
    if (isset($_GET['bundle'])) {
        return send_bundle($code);
    }
    if (!isset($_GET['pack']) && !is_file(state_path($code))) {
        return page('Pack this archive', '<p>The database and the stories are read and packed into one file, in a folder with a name that nobody can guess. Nothing of the archive is changed. You may close this page at any time and go on later.</p><form method="get"><button name="pack" value="1">Begin</button></form>');
    }
    show_progress(step($code));
}

function show_progress($state)
{
    if (isset($state['trouble'])) {
        return page('It cannot go on', '<p>' . html($state['trouble']) . '</p><p>What was packed so far is kept: put it right and load this page again.</p>' . delete_form());
    }
    $counts = '<p>' . number_format($state['rows']) . ' rows of the database, ' . number_format($state['files']) . ' files, ' . number_format($state['size'] / 1048576, 1) . ' MB so far.</p>';
    if ($state['phase'] != 'done') {
        header('Refresh: 1; url=?pack=1');
        return page('Packing …', $counts . '<p>This page goes on by itself. If it stops, <a href="?pack=1">go on here</a>.</p>');
    }
    $skipped = '';
    foreach ($state['skipped'] as $path) {
        $skipped .= '<li>' . html($path) . '</li>';
    }
    if ($skipped) {
        $skipped = '<p>These could not be read and are not in it:</p><ul>' . $skipped . '</ul>';
    }
    page('The archive is packed', $counts . $skipped
        . '<p><a href="?bundle=1">Download ' . bundle_name() . '</a>, or get it by FTP from the folder ' . html(basename($state['folder'])) . '.</p>'
        . '<p>The bundle holds addresses and passwords of your members: keep it to yourself. Give it to Storyhold with <code>storyhold import efiction ' . bundle_name() . '</code>, or in its office.</p>'
        . '<p><strong>When you have it, delete it here.</strong></p>' . delete_form());
}

function delete_form()
{
    return '<form method="post"><button name="delete" value="1">Delete the bundle and this file</button></form>';
}

function page($title, $body)
{
    echo '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>' . html($title) . '</title></head><body><main><h1>' . html($title) . '</h1>' . $body . '</main></body></html>';
}

function html($text)
{
    return htmlspecialchars($text, ENT_QUOTES, 'ISO-8859-1');
}

// --- the door ------------------------------------------------------------------------------------

/* Returns the code, or null after showing the form that asks for it. */
function given_code()
{
    $typed = isset($_POST['code']) && is_string($_POST['code']) ? trim($_POST['code']) : null;
    if ($typed !== null && is_right($typed)) {
        // setcookie() knows SameSite only since PHP 7.3.
        header("Set-Cookie: storyhold_pack=$typed; HttpOnly; SameSite=Strict" . (is_https() ? '; Secure' : ''));
        return $typed;
    }
    $kept = isset($_COOKIE['storyhold_pack']) && is_string($_COOKIE['storyhold_pack']) ? $_COOKIE['storyhold_pack'] : '';
    if ($typed === null && is_right($kept)) {
        return $kept;
    }
    $wrong = '';
    if ($typed !== null) {
        sleep(1);
        header('HTTP/1.1 403 Forbidden');
        $wrong = '<p>That is not the code. It was shown where you got this file.</p>';
    }
    page('Storyhold: pack this archive', $wrong . '<form method="post"><p><label>The code that came with this file <input name="code" autocomplete="off" required></label></p><p><button>Go on</button></p></form><p>When you are done, delete this file from the server.</p>');
    return null;
}

function is_right($code)
{
    // Every letter is compared, so that the time it takes says nothing.
    $given = sha1($code);
    $right = CODE_SHA1;
    $differs = 0;
    for ($i = 0; $i < 40; $i++) {
        $differs |= ord($given[$i]) ^ ord($right[$i]);
    }
    return $differs === 0;
}

function is_https()
{
    return !empty($_SERVER['HTTPS']) && $_SERVER['HTTPS'] != 'off';
}

// --- one step ------------------------------------------------------------------------------------

/* Packs for a few seconds and returns the state; with 'trouble' where it cannot go on. */
function step($code)
{
    $folder = folder($code);
    if (!is_dir($folder) && !@mkdir($folder, 0700)) {
        return array('trouble' => 'No folder can be made in ' . ROOT . '. Let the web server write there, with your FTP program, for as long as this takes.');
    }
    file_put_contents($folder . '/index.html', '');
    file_put_contents($folder . '/.htaccess', "Require all denied\nDeny from all\n");
    $lock = fopen($folder . '/lock', 'c');
    if (!flock($lock, LOCK_EX | LOCK_NB)) {
        return read_state($code) + array('phase' => 'busy');
    }
    $state = is_file(state_path($code)) ? read_state($code) : first_state($folder);
    $state = pack_for_a_while($state, $code);
    flock($lock, LOCK_UN);
    return $state;
}

function first_state($folder)
{
    return array('phase' => 'begin', 'folder' => $folder, 'rows' => 0, 'files' => 0, 'size' => 0, 'part' => 0, 'skipped' => array());
}

function pack_for_a_while($state, $code)
{
    $until = time() + SECONDS_A_STEP;
    if ($state['phase'] == 'done') {
        return $state;
    }
    $out = fopen($state['folder'] . '/' . bundle_name(), 'c');
    if (!$out) {
        return array('trouble' => 'The bundle cannot be written in ' . $state['folder'] . '.');
    }
    // What an interrupted step wrote after the state was saved is written anew.
    ftruncate($out, $state['size']);
    fseek($out, $state['size']);
    $db = null;
    do {
        if (!$db && ($state['phase'] == 'begin' || $state['phase'] == 'tables')) {
            $db = connect();
            if (is_string($db)) {
                return array('trouble' => $db);
            }
        }
        $piece = '';
        $state = call_user_func_array('pack_' . $state['phase'], array($state, $db, &$piece));
        if (isset($state['trouble'])) {
            return $state;
        }
        $packed = function_exists('gzencode') ? ($piece === '' ? '' : gzencode($piece, 6)) : $piece;
        if ($packed !== '' && fwrite($out, $packed) !== strlen($packed)) {
            return array('trouble' => 'The disk is full, or your space there is used up.');
        }
        $state['size'] += strlen($packed);
        fflush($out);
        save_state($state, $code);
    } while ($state['phase'] != 'done' && time() < $until);
    fclose($out);
    return $state;
}

function bundle_name()
{
    return BUNDLE . (function_exists('gzencode') ? '.tar.gz' : '.tar');
}

// --- what is packed, phase by phase --------------------------------------------------------------

function pack_begin($state, $db, &$piece)
{
    $config = read_config();
    $settings = settings($db, $config);
    if (!$settings) {
        return array('trouble' => 'The database ' . $config['dbname'] . ' has no table of eFiction’s settings. Is this the config.php of the archive?');
    }
    $tables = array();
    foreach (query($db, 'SHOW TABLES') as $row) {
        $name = reset($row);
        if (strpos($name, 'fanfiction_') !== false && substr($name, -7) != '_online') {
            $tables[] = $name;
        }
    }
    $state['tables'] = $tables;
    $state['table'] = 0;
    $state['after'] = null;
    $state['folders'] = folders_to_pack($settings);
    $state['folder_number'] = 0;
    $state['file_number'] = 0;
    $state['phase'] = 'tables';
    $piece = entry('config.php', "<?php\n\$settingsprefix = \"" . addslashes($config['settingsprefix']) . "\";\n\$sitekey = \"" . addslashes($config['sitekey']) . "\";\n")
        . entry('about.txt', "Storyhold bundle 1\nPHP " . PHP_VERSION . "\nBegun " . gmdate('c') . "\n");
    return $state;
}

function pack_tables($state, $db, &$piece)
{
    if ($state['table'] >= count($state['tables'])) {
        $state['phase'] = 'files';
        return $state;
    }
    $table = $state['tables'][$state['table']];
    $sql = "SET NAMES binary;\n";
    if ($state['after'] === null) {
        $made = query($db, 'SHOW CREATE TABLE `' . $table . '`');
        $sql .= 'DROP TABLE IF EXISTS `' . $table . "`;\n" . $made[0]['Create Table'] . ";\n";
        $state['after'] = array('key' => key_of($db, $table), 'last' => null, 'offset' => 0);
    }
    while (strlen($sql) < BYTES_AT_ONCE) {
        $rows = next_rows($db, $table, $state['after']);
        foreach ($rows as $row) {
            $sql .= 'INSERT INTO `' . $table . '` (`' . implode('`, `', array_keys($row)) . '`) VALUES (' . implode(', ', array_map('quoted', $row)) . ");\n";
        }
        $state['rows'] += count($rows);
        if (count($rows) < ROWS_AT_ONCE) {
            $state['table'] += 1;
            $state['after'] = null;
            break;
        }
        $last = end($rows);
        $state['after']['last'] = $state['after']['key'] ? $last[$state['after']['key']] : null;
        $state['after']['offset'] += count($rows);
    }
    $state['part'] += 1;
    $piece = entry('database/' . sprintf('%06d', $state['part']) . '.sql', $sql);
    return $state;
}

function pack_files($state, $db, &$piece)
{
    if ($state['folder_number'] >= count($state['folders'])) {
        $state['phase'] = 'end';
        return $state;
    }
    list($folder, $name) = $state['folders'][$state['folder_number']];
    $names = @scandir($folder);
    if ($names === false) {
        $state['skipped'][] = $name;
        $names = array();
    }
    while ($state['file_number'] < count($names) && strlen($piece) < BYTES_AT_ONCE) {
        $each = $names[$state['file_number']];
        $state['file_number'] += 1;
        $path = $folder . '/' . $each;
        if ($each[0] == '.' || is_link($path) || !is_file($path) || !preg_match('/\.(txt|html?|gif|png|jpe?g|webp)$/i', $each)) {
            continue;
        }
        $content = @file_get_contents($path);
        if ($content === false) {
            $state['skipped'][] = $name . '/' . $each;
            continue;
        }
        $piece .= entry($name . '/' . $each, $content, filemtime($path));
        $state['files'] += 1;
    }
    if ($state['file_number'] >= count($names)) {
        $state['folder_number'] += 1;
        $state['file_number'] = 0;
    }
    return $state;
}

function pack_end($state, $db, &$piece)
{
    $said = "rows: {$state['rows']}\nfiles: {$state['files']}\nskipped: " . count($state['skipped']) . "\n" . implode("\n", $state['skipped']) . "\n";
    $piece = entry('complete.txt', $said) . str_repeat("\0", 1024);
    $state['phase'] = 'done';
    return $state;
}

/* Returns pairs of a folder and its name in the bundle: authors' folders, their pictures, skins. */
function folders_to_pack($settings)
{
    $stories = $settings['storiespath'];
    if ($stories === '' || ($stories[0] != '/' && !preg_match('/^[a-z]:/i', $stories))) {
        $stories = ROOT . '/' . $stories;
    }
    $found = array(array($stories, 'stories'));
    foreach ((array) @scandir($stories) as $each) {
        if (is_string($each) && $each[0] != '.' && is_dir("$stories/$each") && !is_link("$stories/$each")) {
            $found[] = array("$stories/$each", "stories/$each");
            if (is_dir("$stories/$each/images")) {
                $found[] = array("$stories/$each/images", "stories/$each/images");
            }
        }
    }
    foreach ((array) glob(ROOT . '/skins/*/images') as $each) {
        $found[] = array($each, 'skins/' . basename(dirname($each)) . '/images');
    }
    return $found;
}

// --- the database --------------------------------------------------------------------------------

/* Reads config.php as text: including it would run what stands in it. */
function read_config()
{
    $config = array('dbhost' => 'localhost', 'dbname' => '', 'dbuser' => '', 'dbpass' => '', 'sitekey' => '', 'settingsprefix' => '');
    foreach (array('config.php', 'dbconfig.php') as $file) {
        $text = @file_get_contents(ROOT . '/' . $file);
        preg_match_all('/(?:^|;|<\?php)\s*\$(\w+)\s*=\s*(?:"((?:[^"\\\\]|\\\\.)*)"|\'((?:[^\'\\\\]|\\\\.)*)\')(?=\s*;)/ms', (string) $text, $found, PREG_SET_ORDER);
        foreach ($found as $each) {
            if (isset($config[$each[1]])) {
                $config[$each[1]] = stripslashes(isset($each[3]) ? $each[3] : $each[2]);
            }
        }
    }
    return $config;
}

/* Returns an open connection that gives the bytes as they lie, or a sentence. */
function connect()
{
    $config = read_config();
    if ($config['dbname'] === '') {
        return 'There is no config.php of eFiction in ' . ROOT . '. Put this file beside it.';
    }
    list($host, $port, $socket) = host_parts($config['dbhost']);
    $db = false;
    if (function_exists('mysqli_connect')) {
        mysqli_report(MYSQLI_REPORT_OFF);
        $db = @mysqli_connect($host, $config['dbuser'], $config['dbpass'], $config['dbname'], $port, $socket);
    } elseif (class_exists('PDO')) {
        $where = $socket ? "unix_socket=$socket" : "host=$host" . ($port ? ";port=$port" : '');
        try {
            $db = new PDO("mysql:$where;dbname={$config['dbname']}", $config['dbuser'], $config['dbpass']);
            $db->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_SILENT);
        } catch (Exception $refused) {
            $db = false;
        }
    } else {
        return 'This PHP has neither mysqli nor PDO, so it cannot read the database.';
    }
    if (!$db) {
        return 'The database did not open with the name and password in config.php.';
    }
    query($db, 'SET NAMES binary');
    return $db;
}

function host_parts($host)
{
    $parts = explode(':', $host, 2);
    $rest = isset($parts[1]) ? $parts[1] : '';
    $is_port = ctype_digit($rest);
    return array($parts[0] === '' ? 'localhost' : $parts[0], $is_port ? (int) $rest : null, $is_port || $rest === '' ? null : $rest);
}

function query($db, $sql)
{
    $result = is_a($db, 'PDO') ? $db->query($sql) : mysqli_query($db, $sql);
    $rows = array();
    if (!is_object($result)) {
        return $rows;
    }
    while ($row = is_a($db, 'PDO') ? $result->fetch(PDO::FETCH_ASSOC) : mysqli_fetch_assoc($result)) {
        $rows[] = $row;
    }
    return $rows;
}

function settings($db, $config)
{
    $table = '`' . str_replace('`', '', $config['settingsprefix']) . 'fanfiction_settings`';
    $rows = query($db, "SELECT * FROM $table");
    foreach ($rows as $row) {
        if ($row['sitekey'] == $config['sitekey']) {
            return $row;
        }
    }
    return reset($rows);
}

/* Returns the column by which the rows can be read in order, or '' where there is none. */
function key_of($db, $table)
{
    $columns = array();
    foreach (query($db, "SHOW KEYS FROM `$table`") as $row) {
        if ($row['Key_name'] == 'PRIMARY') {
            $columns[] = $row['Column_name'];
        }
    }
    return count($columns) == 1 ? $columns[0] : '';
}

function next_rows($db, $table, $after)
{
    $key = $after['key'];
    if (!$key) {
        return query($db, "SELECT * FROM `$table` LIMIT {$after['offset']}, " . ROWS_AT_ONCE);
    }
    $from = $after['last'] === null ? '' : "WHERE `$key` > " . quoted($after['last']);
    return query($db, "SELECT * FROM `$table` $from ORDER BY `$key` LIMIT " . ROWS_AT_ONCE);
}

function quoted($value)
{
    if ($value === null) {
        return 'NULL';
    }
    return "'" . strtr($value, array('\\' => '\\\\', "'" => "\\'", "\n" => '\\n', "\r" => '\\r', "\0" => '\\0', "\x1a" => '\\Z')) . "'";
}

// --- the bundle ----------------------------------------------------------------------------------

/* Returns a file as it stands in a tar archive. */
function entry($name, $content, $time = null)
{
    $name = BUNDLE . '/' . $name;
    $long = '';
    if (strlen($name) > 100) {
        $long = tar_header('././@LongLink', strlen($name) + 1, 0, 'L') . padded($name . "\0");
    }
    return $long . tar_header(substr($name, 0, 100), strlen($content), $time === null ? time() : $time, '0') . padded($content);
}

function tar_header($name, $size, $time, $type)
{
    $before = pack('a100a8a8a8a12a12', $name, '0000600', '0000000', '0000000', sprintf('%011o', $size), sprintf('%011o', $time));
    $after = pack('a1a100a6a2a32a32a8a8a155a12', $type, '', 'ustar ', ' ', '', '', '', '', '', '');
    $sum = 8 * 32;
    foreach (count_chars($before . $after, 1) as $byte => $times) {
        $sum += $byte * $times;
    }
    return $before . sprintf("%06o\0 ", $sum) . $after;
}

function padded($content)
{
    return $content . str_repeat("\0", (512 - strlen($content) % 512) % 512);
}

function send_bundle($code)
{
    $path = folder($code) . '/' . bundle_name();
    if (!is_file($path)) {
        header('HTTP/1.1 404 Not Found');
        return page('There is no bundle yet', '<p><a href="?pack=1">Pack the archive</a> first.</p>');
    }
    $size = filesize($path);
    $from = 0;
    if (isset($_SERVER['HTTP_RANGE']) && preg_match('/^bytes=(\d+)-$/', $_SERVER['HTTP_RANGE'], $range) && $range[1] < $size) {
        $from = (int) $range[1];
        header('HTTP/1.1 206 Partial Content');
        header("Content-Range: bytes $from-" . ($size - 1) . "/$size");
    }
    header('Content-Type: application/octet-stream');
    header('Content-Disposition: attachment; filename="' . bundle_name() . '"');
    header('Accept-Ranges: bytes');
    header('Content-Length: ' . ($size - $from));
    while (ob_get_level()) {
        ob_end_clean();
    }
    $file = fopen($path, 'rb');
    fseek($file, $from);
    while (!feof($file)) {
        echo fread($file, 262144);
        flush();
    }
}

// --- what is kept between steps ------------------------------------------------------------------

function folder($code)
{
    return ROOT . '/storyhold-' . substr(sha1('folder ' . $code), 0, 24);
}

function state_path($code)
{
    return folder($code) . '/state.php';
}

function save_state($state, $code)
{
    $path = state_path($code);
    file_put_contents($path . '.new', '<?php exit; ?>' . serialize($state));
    rename($path . '.new', $path);
}

function read_state($code)
{
    return (array) unserialize(substr((string) @file_get_contents(state_path($code)), 14));
}

function clean_up($code)
{
    foreach ((array) @scandir(folder($code)) as $name) {
        $path = folder($code) . '/' . $name;
        if (is_file($path)) {
            unlink($path);
        }
    }
    @rmdir(folder($code));
    @unlink(__FILE__);
}
