using System.Text.Json;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;
using static System.FormattableString;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>Reader of the members of attributes, in answers or in the bodies of requests. Collects the components that they consist of.</summary>
internal sealed class MemberReader(OpenApiFile file, bool ofBodies = false)
{
    private readonly Dictionary<string, ComponentSpec> _components = [];

    internal IReadOnlyList<ComponentSpec> Components => [.. _components.Values.OrderBy(component => component.Name, StringComparer.Ordinal)];

    /// <summary>Members of an object, in the document's order, without those that are write-only in an answer or read-only in a body.</summary>
    internal IReadOnlyList<MemberSpec> Members(MergedSchema schema, string owner)
    {
        var members = new List<MemberSpec>();
        foreach (string name in schema.PropertyNames)
        {
            MergedSchema property = file.Merge(schema.Property(name));
            if (ofBodies ? !property.ReadOnly : !property.WriteOnly)
                members.Add(Member(name, property, schema.Requires(name), owner));
        }

        return members;
    }

    private MemberSpec Member(string name, MergedSchema schema, bool required, string owner)
    {
        if (schema.Type == "array")
        {
            MemberSpec item = Value(name, file.Merge(schema.Items), owner);
            if (item.Array)
                item = new MemberSpec { Name = name, Kind = MemberKind.Any };
            return item with { Array = true, Nullable = schema.Nullable, Required = required };
        }

        MemberSpec value = Value(name, schema, owner);
        return value with { Nullable = value.Nullable || schema.Nullable, Required = required };
    }

    private MemberSpec Value(string name, MergedSchema schema, string owner)
    {
        if (schema.OneOf.Count > 0)
            return Choice(name, schema, owner);
        if (schema.PropertyNames.Count > 0)
            return new MemberSpec
            {
                Name = name,
                Kind = MemberKind.Object,
                Component = Component(schema, MemberTypeName.Of(owner, name)),
                Nullable = schema.Nullable,
            };

        MemberKind kind = (schema.Type, schema.Format) switch
        {
            ("array", _) => throw new SpecificationException($"{owner}.{name} is an array of arrays."),
            ("string", "date-time") => MemberKind.DateTime,
            ("string", "date") => MemberKind.Date,
            ("string", _) => MemberKind.String,
            ("integer", _) => MemberKind.Integer,
            ("number", _) => MemberKind.Number,
            ("boolean", _) => MemberKind.Boolean,
            ("object", _) => MemberKind.Map,
            (null, _) when IsBoolean(schema.Enum) => MemberKind.Boolean,
            (null, _) => MemberKind.Any,
            _ => throw new SpecificationException($"{owner}.{name} is of the unknown type {schema.Type}."),
        };
        return new MemberSpec { Name = name, Kind = kind, Values = Values(schema), Nullable = schema.Nullable };
    }

    // Revision 2025-07-15 lists true or false without the type.
    private static bool IsBoolean(IReadOnlyCollection<JsonElement> values) =>
        values.Count > 0 && values.All(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False);

    private static string[] Values(MergedSchema schema) =>
        [.. schema.Enum.Where(value => value.ValueKind != JsonValueKind.Null).Select(value => value.ToString()).Select(Lower).Distinct(StringComparer.Ordinal)];

    /// <summary>JsonElement prints booleans as C# does; the facts spell them as JSON does.</summary>
    private static string Lower(string value) => value is "True" or "False" ? value.ToLowerInvariant() : value;

    private MemberSpec Choice(string name, MergedSchema schema, string owner)
    {
        MergedSchema[] alternatives = [.. schema.OneOf.Select(alternative => file.Merge([alternative]))];
        if (alternatives.All(alternative => alternative.Type == "array"))
        {
            JsonElement[] items = [.. alternatives.SelectMany(alternative => alternative.Items)];
            MemberSpec item = Choice(name, [.. items.SelectMany(Alternatives)], owner);
            return item with { Array = true, Nullable = schema.Nullable };
        }

        return Choice(name, alternatives, owner) with { Nullable = schema.Nullable };
    }

    private IEnumerable<MergedSchema> Alternatives(JsonElement element)
    {
        MergedSchema schema = file.Merge([element]);
        return schema.OneOf.Count > 0 ? schema.OneOf.Select(alternative => file.Merge([alternative])) : [schema];
    }

    private MemberSpec Choice(string name, MergedSchema[] alternatives, string owner)
    {
        if (alternatives.Any(alternative => alternative.Type == "array"))
            return new MemberSpec { Name = name, Kind = MemberKind.Any };
        if (!alternatives.All(alternative => alternative.PropertyNames.Count > 0))
            return new MemberSpec
            {
                Name = name,
                Kind = ScalarKind([.. alternatives.Select(alternative => Value(name, alternative, owner))], out string[] values),
                Values = values,
            };

        string type = MemberTypeName.Of(owner, name);
        ComponentSpec[] components =
        [
            .. alternatives.Select((alternative, index) => _components[Component(alternative, Invariant($"{type}{index + 1}"))]).Distinct(),
        ];
        return components.Length == 1
            ? new MemberSpec { Name = name, Kind = MemberKind.Object, Component = components[0].Name }
            : new MemberSpec { Name = name, Kind = MemberKind.Union, Alternatives = [.. components.Select(component => component.Name)] };
    }

    private static MemberKind ScalarKind(MemberSpec[] alternatives, out string[] values)
    {
        MemberKind[] kinds = [.. alternatives.Select(alternative => alternative.Kind).Distinct()];
        values = kinds is [MemberKind.String] && alternatives.All(alternative => alternative.Values.Count > 0)
            ? [.. alternatives.SelectMany(alternative => alternative.Values).Distinct(StringComparer.Ordinal)]
            : [];
        if (kinds.Length == 1)
            return kinds[0];
        if (kinds.All(kind => kind is MemberKind.String or MemberKind.Date or MemberKind.DateTime))
            return MemberKind.String;
        if (kinds.All(kind => kind is MemberKind.Integer or MemberKind.Number))
            return MemberKind.Number;
        return kinds.All(kind => kind is MemberKind.String or MemberKind.Integer or MemberKind.Number or MemberKind.Boolean)
            ? MemberKind.Scalar
            : MemberKind.Any;
    }

    private string Component(MergedSchema schema, string fallbackName)
    {
        string name = schema.Name ?? fallbackName;
        if (schema.Name is not null && _components.ContainsKey(name))
            return name;

        var component = new ComponentSpec { Name = name };
        if (!_components.TryAdd(name, component))
        {
            IReadOnlyList<MemberSpec> known = _components[name].Members;
            IReadOnlyList<MemberSpec> members = Members(schema, name);
            if (!MemberEquality.Same(known, members))
                throw new SpecificationException($"Two different objects would be called {name}.");
            return name;
        }

        component.Members = Members(schema, name);
        return name;
    }
}
