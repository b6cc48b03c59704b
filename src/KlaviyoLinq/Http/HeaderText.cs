namespace KlaviyoLinq.Http;

/// <summary>What a secret may consist of so that it can stand in a header: visible ASCII.</summary>
internal static class HeaderText
{
    internal static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c is < '!' or > '~')
                return false;
        }

        return true;
    }
}
