"""A shop window that answers back: pick an item, say what should be different, see what fits."""

import os

# Threads that wait for work give the core away instead of spinning on it. On a shared 2-core host this
# is several times faster; it must be set before torch or faiss load their OpenMP runtime.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

__version__ = "0.1.0"
