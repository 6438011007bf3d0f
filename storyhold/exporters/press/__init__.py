"""Setting what has a fixed size: covers, and books for paper.

The typesetter (Typst) runs in a process of its own that ends when it is done: for a long story it
needs some hundred megabytes, which the web server would keep. What people wrote reaches it as
values and never as its markup, so no text can be a program.
"""
