namespace KlaviyoLinq.Http;

/// <summary>Rule of secrets in headers: visible ASCII.</summary>
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
