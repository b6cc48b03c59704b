using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>The laws on borders see only what they can bind. So every type that a product names must be found.</summary>
internal static class BindingLaw
{
    internal static IEnumerable<Offence> Judge(Repository repository) =>
        from project in repository.Products
        from unknown in new ProjectSemantics(repository, project).Unknown()
        select new Offence(unknown.Source.Path, unknown.Line, $"{unknown.Message} If it builds, refer to the package that has it from House.Tests.");
}
