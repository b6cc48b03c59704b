namespace KlaviyoLinq.ModelGenerator.Naming;

/// <summary>Names a type after the class and the member it belongs to, without saying twice what both say: Review and review_type make ReviewType.</summary>
internal static class MemberTypeName
{
    internal static string Of(string owner, string member)
    {
        string[] head = [.. Words.Of(owner)];
        string[] tail = [.. Words.Of(PascalCase.Of(member))];
        for (int overlap = Math.Min(head.Length, tail.Length - 1); overlap > 0; overlap--)
            if (head[^overlap..].SequenceEqual(tail[..overlap], StringComparer.Ordinal))
                return owner + string.Concat(tail[overlap..]);
        return owner + string.Concat(tail);
    }
}
