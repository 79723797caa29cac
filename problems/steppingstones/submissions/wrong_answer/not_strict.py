# Lets the heron hop to a stone of the same height.
from bisect import bisect_right

input()
lowest_ends = []
for height in map(int, input().split()):
    place = bisect_right(lowest_ends, height)
    lowest_ends[place : place + 1] = [height]
print(len(lowest_ends))
