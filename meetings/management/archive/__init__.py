"""A made-up archive of any size, for trying the register and for measuring it: Harnford County Council's papers.

`words` says how the council writes, `business` what it does, `papers` what it printed of it and when, `lines` what the
register has of that, and `tables` writes it all at once.
"""
