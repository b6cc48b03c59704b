namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>One open enumeration.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="InComponents">Whether only components use it: then it stands in their namespace.</param>
/// <param name="Values">The known values.</param>
/// <param name="Sites">Where it is used: <c>class.member</c>.</param>
internal sealed record EnumModel(string Name, bool InComponents, IReadOnlyList<string> Values, IReadOnlyList<string> Sites);
