"""Close Reading: who says what in an article, and on whose word.

The modules import one way: article, attribution, codebook, voices, reading,
comparison, then plots and findings. They know nothing of Jupyter; runner and
report know nothing of articles. The two halves meet in the notebooks.
"""

__version__ = "0.1.0"
