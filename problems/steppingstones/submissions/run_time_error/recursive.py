# Recurses from each stone to the next: deeper than the interpreter allows.
from bisect import bisect_left


def cross(heights, i, lowest_ends):
    if i == len(heights):
        return len(lowest_ends)
    place = bisect_left(lowest_ends, heights[i])
    lowest_ends[place : place + 1] = [heights[i]]
    return cross(heights, i + 1, lowest_ends)


input()
print(cross(list(map(int, input().split())), 0, []))
