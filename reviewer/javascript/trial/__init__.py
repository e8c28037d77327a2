"""Small functions of the submission, tried on sample texts by our own interpreter, to see what they do to characters.

Nothing of the submission is run by Python or can reach anything: only what ECMAScript itself computes is known here, in
bounded steps; whatever else a function asks for ends the trial without an answer.
"""
