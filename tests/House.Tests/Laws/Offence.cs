namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>One place where a law is broken, and what to do there.</summary>
/// <param name="Path">The file's path from the root, or whatever else names the place.</param>
/// <param name="Line">The line, counted from one; zero where the whole file is meant.</param>
/// <param name="What">What is wrong there and what to do about it.</param>
internal sealed record Offence(string Path, int Line, string What)
{
    public override string ToString() => Line > 0 ? $"{Path}:{Line}: {What}" : $"{Path}: {What}";
}
