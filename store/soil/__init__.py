"""Soil carbon: published reference tables as known on a day, and the arithmetic of four per mille.

Read from `data/soil/`, never from the ledger: nothing here is a measurement of the plan.
"""
