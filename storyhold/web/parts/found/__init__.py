"""What pages say to programs: search engines, and whoever shows a preview of a link."""
