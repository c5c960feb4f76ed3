"""Which texts are about the same thing: Swedish, Norwegian bokmål and English, by words alone.

No model, no network, no database: a text becomes keys (`keys.py`), and two sets of keys are held beside each
other (`scoring.py`). What is kept of them, and how it is found again, is `storage/finding.py`'s matter.
"""
