"""How fast Femma answers (`python -m bench`), and what long load does to it (`python -m bench.soak`)."""
