using System.CommandLine;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Spec;

var root = new Option<DirectoryInfo?>("--root")
{
    Description = "The root of the repository. Default: the folder upwards from here that holds the solution.",
    Recursive = true,
};
var documents = new Option<DirectoryInfo?>("--documents")
{
    Description = "The official OpenAPI documents, as <revision>/stable.json. Default: the folder ../shared/klaviyo-openapi beside the repository.",
    Recursive = true,
};
var command = new RootCommand("Reads Klaviyo's OpenAPI documents and writes the distilled facts and the generated C#.") { root, documents };
var add = new Option<FileInfo?>("--add") { Description = "The document of a new revision: its facts are added, and the changes since the newest are reported." };
Command generate = Verb("generate", "Writes spec/klaviyo-<revision>.json and all generated C#.", GenerateCommand.Run);
generate.Options.Add(add);
command.Subcommands.Add(generate);
command.Subcommands.Add(Verb("check", "Names every generated file that is stale, missing or superfluous; exits with 1 when there is one.", CheckCommand.Run));
command.Subcommands.Add(Verb("coverage", "Writes docs/coverage.md.", CoverageCommand.Run));
return command.Parse(args).Invoke();

Command Verb(string name, string description, Func<Repository, string, TextWriter, int> run)
{
    var verb = new Command(name, description);
    verb.SetAction(parsed =>
    {
        Repository repository = parsed.GetValue(root) is { } folder ? new Repository(folder.FullName) : Repository.Around(Environment.CurrentDirectory);
        try
        {
            return parsed.GetValue(add) is { } document
                ? AddCommand.Run(repository, document.FullName, parsed.InvocationConfiguration.Output)
                : run(repository, parsed.GetValue(documents)?.FullName ?? repository.DefaultDocuments, parsed.InvocationConfiguration.Output);
        }
        catch (SpecificationException refusal)
        {
            parsed.InvocationConfiguration.Error.WriteLine(refusal.Message);
            return 1;
        }
    });
    return verb;
}
