# Looks back at every stone from every stone: 10^10 steps in the largest test.
input()
heights = list(map(int, input().split()))
hops = []
for i, height in enumerate(heights):
    hops.append(1 + max((hops[j] for j in range(i) if heights[j] < height), default=0))
print(max(hops))
