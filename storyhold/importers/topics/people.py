"""What a report can say of members."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
PEOPLE: dict[str, Topic] = {
    "address is missing": Topic(
        "members",
        "Members without an address",
        "{name} has no e-mail address. The account waits to be claimed.",
    ),
    "address is no address": Topic(
        "members",
        "Members with an address that is none",
        "The address of {name}, “{address}”, is none. The account waits to be claimed.",
    ),
    "address is shared": Topic(
        "members",
        "Members who share an address",
        "{name} has the address of another member, {address}, who keeps it. The account waits to "
        "be claimed.",
    ),
    "address was picked out": Topic(
        "members",
        "Addresses that were picked out",
        "For {name} stood “{address}”. The first address in it counts.",
    ),
    "administrator became": Topic(
        "members",
        "Administrators and what they became",
        "{name} was an administrator of level {level} and is now: {role}.",
    ),
    "administrator was limited to categories": Topic(
        "members",
        "Administrators of some categories alone",
        "{name} kept the categories {categories} alone. Moderators here keep the whole archive.",
        is_loss=True,
    ),
    "day of joining is not known": Topic(
        "dates",
        "Members who joined on an unknown day",
        "Nobody knows when {name} joined; {guess} was assumed, from the member before.",
    ),
    "likings stay behind": Topic(
        "members",
        "Likings that cannot be chosen here",
        "{count} members had chosen something in “{column}”, which nothing here corresponds to.",
        is_loss=True,
    ),
    "member was here": Topic(
        "members",
        "Members who were here already",
        "{name} is a member here: address, role and password stay as they are.",
    ),
    "member was locked": Topic(
        "members", "Locked members", "{name} was locked, and is banned here."
    ),
    "member was made by an archivist": Topic(
        "members",
        "Accounts made by administrators",
        "{name} was entered by an administrator. The account waits to be claimed.",
    ),
    "member without a number": Topic(
        "members",
        "Members without a number",
        "A member without a number cannot be named by anything, and was kept aside.",
        is_loss=True,
    ),
    "password cannot be used": Topic(
        "members",
        "Unusable passwords",
        "No password of {name} can be used. A letter can set a new one.",
    ),
    "password was written in capitals": Topic(
        "members",
        "Passwords in an odd spelling",
        "The stored password of {name} has capitals, which the old program never wrote. It works.",
    ),
    "pen name was cleaned": Topic(
        "members", "Pen names that were cleaned", "“{was}” is now {name}."
    ),
    "pen name was missing": Topic(
        "members", "Members without a pen name", "A member without a name is now {name}."
    ),
    "pen name was shortened": Topic(
        "members", "Pen names that were too long", "“{was}” is now {name}."
    ),
    "pen name was taken": Topic(
        "members",
        "Pen names that two members had",
        "“{was}” is what another is called, to the eye. This member is now {name}.",
    ),
    "picture of a member stays behind": Topic(
        "members",
        "Pictures of members",
        "The picture on the profile of {name} was not brought along: {address}",
        is_loss=True,
    ),
    "site was bridged": Topic(
        "members",
        "Members of another program",
        "The accounts lay in another program. All whom a work or review names became members "
        "with the name they last signed with; their accounts wait to be claimed.",
    ),
    "website is no address": Topic(
        "members",
        "Websites that are none",
        "The website of {name} leads nowhere and was left out: {address}",
        is_loss=True,
    ),
    "websites differ": Topic(
        "members",
        "Members with two websites",
        "{kept} is kept; in the other place stood {other}.",
        is_loss=True,
    ),
}
