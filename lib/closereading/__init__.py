"""Close Reading: who says what in an article, and on whose word.

The modules import one way: article, attribution, codebook, voices, reading,
comparison, then plots and findings; editions sets two versions side by side,
byhand lets a person decide in JupyterLab. The others know nothing of Jupyter;
runner and report know nothing of articles. The two halves meet in the notebooks
and in the command (`cli`), where pages and starting make a new study, sharing
hands a reading on without its text, and record and crate say what was made of
what.
"""

__version__ = "0.1.0"
