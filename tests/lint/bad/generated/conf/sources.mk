# Made by conf/generate write, which is to be run when a file comes or goes.
