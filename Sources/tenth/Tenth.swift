import ArgumentParser

@main
struct Tenth: ParsableCommand {}
