using System.CommandLine;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Spec;

var root = new Option<DirectoryInfo?>("--root") { Description = "The root of the repository. Default: the folder upwards from here that holds the solution.", Recursive = true };
var document = new Option<FileInfo?>("--document") { Description = "The official OpenAPI document. Default: ../shared/klaviyo-openapi/<revision>/stable.json beside the repository.", Recursive = true };
var command = new RootCommand("Reads Klaviyo's OpenAPI document and writes the distilled facts and the generated C#.") { root, document };
command.Subcommands.Add(Verb("generate", "Writes spec/klaviyo-<revision>.json and all generated C#.", GenerateCommand.Run));
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
            return run(repository, parsed.GetValue(document)?.FullName ?? repository.DefaultDocument, parsed.InvocationConfiguration.Output);
        }
        catch (SpecificationException refusal)
        {
            parsed.InvocationConfiguration.Error.WriteLine(refusal.Message);
            return 1;
        }
    });
    return verb;
}
