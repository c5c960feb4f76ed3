"""Measurements: how fast Femma answers (`python -m bench`) and what it does under load (`python -m bench.soak`)."""
