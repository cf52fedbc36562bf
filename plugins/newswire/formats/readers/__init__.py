"""One file a format; `newswire.formats` finds them."""
