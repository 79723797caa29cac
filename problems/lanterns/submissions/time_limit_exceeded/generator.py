# Walks along the wall for each guest: 2 * 10^9 lanterns in the largest test.
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, q = numbers[:2]
brightness = numbers[2 : 2 + n]
walks = numbers[2 + n :]
for left, right in zip(walks[::2], walks[1::2]):
    print(sum(brightness[i] for i in range(left - 1, right)))
