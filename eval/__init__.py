"""Accuracy, measured on gold that lies outside the project.

    python -m eval predict TASK --input FILE --out FILE      the product's own stages on a task's input
    python -m eval score TASK --gold FILE --system FILE      the scorer's figures
    python -m eval floors [TASK ...] [--raise]               all tasks against floors.json

The gold folder is `DATELINE_GOLD` (by default ../shared/gold), the scorers lie beside it in `score/`. Where
they are absent, eval says so and exits 0 from `floors`: a clone without gold is no failure.
"""
