"""What old archives leave: their addresses, and accounts that nobody has in hand."""

GET = {
    "feeds:old": "200 200 200 200 200",
    "old_addresses:address": "404 404 301 404 404",
    "old_addresses:home": "301 301 301 301 301",
}

POST = {
    "feeds:old": "405 405 405 405",
    "old_addresses:address": "404 404 404 404",
    "old_addresses:home": "405 405 405 405",
}
