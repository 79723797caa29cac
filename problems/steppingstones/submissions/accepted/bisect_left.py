from bisect import bisect_left

input()
lowest_ends = []
for height in map(int, input().split()):
    place = bisect_left(lowest_ends, height)
    if place == len(lowest_ends):
        lowest_ends.append(height)
    else:
        lowest_ends[place] = height
print(len(lowest_ends))
