# Tries every way to fill the baskets: up to 2^300.
def smallest(rest, difference):
    if not rest:
        return abs(difference)
    return min(smallest(rest[1:], difference + rest[0]), smallest(rest[1:], difference - rest[0]))


input()
print(smallest(list(map(int, input().split())), 0))
