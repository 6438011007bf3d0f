"""One room for each program whose archives move in. They read files and know no Django."""
