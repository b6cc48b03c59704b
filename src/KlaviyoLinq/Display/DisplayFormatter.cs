namespace KlaviyoLinq.Display;

/// <summary>Writes what can be shown in one form. Its public members are those of .NET Interactive's <c>ITypeFormatter</c>, by name.</summary>
/// <param name="mimeType">The form.</param>
/// <param name="write">Writes a view in this form.</param>
internal sealed class DisplayFormatter(string mimeType, Func<View, string> write)
{
    /// <summary>The form: <c>text/html</c> or <c>text/plain</c>.</summary>
    public string MimeType => mimeType;

    /// <summary>Writes the instance. Sends nothing: a query is shown as what it would ask.</summary>
    /// <returns>Whether it is something that this library shows.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        View? view = instance switch
        {
            IShown shown => shown.Show(),
            IQueryable { Provider: IQueryDisplay provider } query => provider.Show(query.Expression),
            _ => null,
        };
        if (view is not null)
            writer.Write(write(view));
        return view is not null;
    }
}
