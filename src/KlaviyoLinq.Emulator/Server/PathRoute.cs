using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>The operations of a path, with the id in the path where it has one.</summary>
internal sealed record PathRoute(IReadOnlyList<OperationFacts> Operations, string? Id)
{
    /// <summary>The GET operation of the path; null where it has none.</summary>
    internal ReadFacts? Read => Operations.OfType<ReadFacts>().FirstOrDefault();

    /// <summary>The methods that the path takes.</summary>
    internal string Methods => string.Join(", ", Operations.Select(operation => operation is ReadFacts ? "GET, HEAD" : operation.Method));

    /// <summary>Finds the operation of a method; HEAD is that of GET.</summary>
    internal OperationFacts? Find(string method)
    {
        string known = method == "HEAD" ? "GET" : method;
        return Operations.FirstOrDefault(operation => operation.Method == known);
    }
}
