"""How a reader likes to read: theme, size of text, face, what is shown, and where lists begin.

It lives in the reader's own cookies, one for each choice, so that a guest needs no session and no
query. A member's choices are kept with the account as well, and win over the cookies, so that they
are the same on every device. What is not among the choices counts as the default.

A guest's page is the same for all looks, because it is kept and sent to everybody: `js/first.js`
reads the cookies and dresses the page before anything of it is seen. For guests who choose without
a script, the cookie `plain` asks the server to do so.
"""
