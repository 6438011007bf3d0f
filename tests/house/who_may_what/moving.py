"""What old archives leave: their addresses, and accounts that nobody has in hand."""

GET = {
    "claims:account": "302 404 404 404 200",
    "claims:accounts": "302 404 404 404 200",
    "claims:announce": "405 405 405 405 405",
    "claims:ask": "404 404 404 404 404",
    "claims:decline": "405 405 405 405 405",
    "claims:hand_over": "405 405 405 405 405",
    "claims:join": "405 405 405 405 405",
    "claims:letters": "302 404 404 404 200",
    "claims:take_over": "200 200 200 200 200",
    "feeds:old": "200 200 200 200 200",
    "old_addresses:address": "404 404 301 404 404",
    "old_addresses:home": "301 301 301 301 301",
}

POST = {
    "claims:account": "405 405 405 405",
    "claims:accounts": "405 405 405 405",
    "claims:announce": "302 404 404 302",
    "claims:ask": "404 404 404 404",
    "claims:decline": "302 404 404 302",
    "claims:hand_over": "302 404 404 422",
    "claims:join": "302 404 404 422",
    "claims:letters": "302 404 404 302",
    "claims:take_over": "422 422 422 422",
    "feeds:old": "405 405 405 405",
    "old_addresses:address": "404 404 404 404",
    "old_addresses:home": "405 405 405 405",
}
