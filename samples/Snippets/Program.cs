using Snippets;

// Runs what the pages of the documentation show, against an emulated account.
//
//   dotnet run --project samples/Snippets                  the names
//   dotnet run --project samples/Snippets -- a-query       what a snippet prints, and what it asks for
if (args is not [string name])
{
    Console.WriteLine(string.Join(Environment.NewLine, SnippetRunner.Methods.Keys.Order(StringComparer.Ordinal)));
    return 0;
}

if (!SnippetRunner.Methods.ContainsKey(name))
{
    Console.Error.WriteLine($"There is no snippet '{name}'.");
    return 1;
}

SnippetOutcome outcome = await SnippetRunner.RunAsync(name);
Console.Write(outcome.Output);
foreach (string request in outcome.Requests)
    Console.WriteLine(request);
return 0;
