"""A store of submissions -> a review of each, whatever happens: a folder of results that is whole or goes on.

shelf (disk, commit, remote)  where a store lies -> its folders, files and bytes
store                         a shelf -> what is a submission, and what belongs to none
content                       a submission's bytes and layout -> the hash that names it
charge                        what every worker must know, as one line of JSON
plan                          all submissions of a run on disk, so that memory does not grow with the store
cache                         answers of slow tools by the bytes they are about
result                        one submission's folder of reports: written aside, then put in place as a whole
work                          what one process does for one submission
host, isolation               a program that starts such processes, with limits, and says how each ended
hosting, cluster              such programs beside threads of this process, or of Dask's workers
run                           the straight line through all of this
progress                      what happens, for somebody to draw
"""
