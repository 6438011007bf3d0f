"""Lists of addresses are read as servers, search engines and people write them."""

import gzip

from storyhold.importers.addresses.checking import Becomes, check
from storyhold.importers.addresses.listing import addresses_in, addresses_known, within

LOG = """\
1.2.3.4 - - [01/Jan/2015:10:00:00 +0000] "GET /fanfic/viewstory.php?sid=101 HTTP/1.1" 200 5 "-" "x"
1.2.3.4 - bob [01/Jan/2015:10:00:01 +0000] "POST /fanfic/reviews.php HTTP/1.1" 200 5 "-" "x"
1.2.3.4 - - [01/Jan/2015:10:00:01 +0000] "GET /fanfic/skins/a/style.css HTTP/1.1" 200 5
1.2.3.4 - - [01/Jan/2015:10:00:01 +0000] "GET /stories/7/images/map.gif HTTP/1.1" 200 5
1.2.3.4 - - [01/Jan/2015:10:00:02 +0000] "HEAD /viewstory.php?sid=9" 404 5 "GET /x" "GET /y"
1.2.3.4 - - [01/Jan/2015:10:00:02 +0000] "\\x16\\x03" 400 5
"""
SITEMAP = """<?xml version="1.0"?><urlset>
<url><loc>http://old.example/fanfic/viewstory.php?sid=101&amp;chapter=1</loc></url>
<url><loc> http://old.example/fanfic/ </loc></url></urlset>"""


def test_an_access_log_gives_the_pages_that_were_asked_for(tmp_path):
    log = tmp_path / "access.log.gz"
    log.write_bytes(gzip.compress(LOG.encode()))

    addresses = list(addresses_in(log))

    assert addresses == ["/fanfic/viewstory.php?sid=101", "/stories/7/images/map.gif",
                         "/viewstory.php?sid=9"]  # fmt: skip
    assert list(within(addresses, "http://old.example/fanfic/")) == addresses[:1]


def test_a_sitemap_and_a_list_give_what_stands_in_them(tmp_path):
    sitemap, listed = tmp_path / "sitemap.xml", tmp_path / "list.txt"
    sitemap.write_text(SITEMAP)
    listed.write_bytes(b"# ours\n\nhttp://old.example/viewstory.php?sid=1\nnews.php?nid=\xff\n")

    begin = "http://old.example"
    assert list(addresses_in(sitemap)) == [
        f"{begin}/fanfic/viewstory.php?sid=101&chapter=1",
        f"{begin}/fanfic/",
    ]
    assert list(addresses_in(listed)) == [f"{begin}/viewstory.php?sid=1", "news.php?nid=\ufffd"]


def test_each_address_is_tested_as_a_guest_would_find_it(moved):
    addresses = ["http://[", "//viewstory.php?sid=101", "http://old.example/viewstory.php?sid=109",
                 "/viewstory.php?sid=102"]  # fmt: skip

    becomes = [checked.becomes for checked in check(addresses)]

    assert becomes == [Becomes.NOTHING, Becomes.LEADS, Becomes.GONE, Becomes.NOTHING]


def test_all_that_moved_in_can_be_tested(moved):
    becomes = {checked.address: checked.becomes for checked in check(addresses_known())}

    lost = [address for address, each in becomes.items() if each == Becomes.NOTHING]
    begin = "http://old.example/fanfic/viewstory.php"
    assert sorted(lost) == [f"{begin}?chapid=203", f"{begin}?sid=102"]
    assert becomes[f"{begin}?sid=101&chapter=3"] == Becomes.LEADS
    assert len(becomes) == 19
