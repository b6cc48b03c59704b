using System.Reflection;
using System.Text;
using CsCheck;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Tests.Columns;

/// <summary>Property tests: for any projection and answer, columns give the same rows and errors as objects of the model.</summary>
public sealed class ColumnEqualityTests
{
    private static readonly Type[] _classes =
    [
        .. typeof(Profile).Assembly.GetTypes()
            .Where(
                type =>
                    type.IsSealed
                        && type.IsSubclassOf(typeof(KlaviyoResource))
                        && type.GetCustomAttribute<WireNameAttribute>() is not null
                        && ModelPath.Of(type).Count > 0),
    ];

    private static readonly string[] _values =
    [
        "null", "\"\"", "\"text\"", "\"2026-07-01\"", "\"2026-07-01T10:00:00.5+02:00\"", "\"a\\\"\\u00e9\"", "\"New York\"", "1", "0", "-12", "1.5",
        "\"7\"", "true", "false", "{}", "{\"a\":[1]}", "[]", "[1]",
    ];

    [Fact]
    public void Every_class_of_the_model_gives_the_same_rows_both_ways()
    {
        _classes.Should().HaveCountGreaterThan(50);
        int read = 0, refused = 0;
        Gen.Select(Gen.Int[0, _classes.Length - 1], Gen.Int[0, int.MaxValue]).Sample(
            (place, seed) =>
            {
                Random random = new(seed);
                Type type = _classes[place];
                IReadOnlyList<ModelPath> all = ModelPath.Of(type);
                ModelPath[] paths = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => all[random.Next(all.Count)])];
                ColumnCase both = ColumnCase.Of(type, paths);
                both.HasColumns.Should().BeTrue("{0} are scalars", string.Join(", ", paths.Select(path => path.Wire)));
                string document = Document(random, type.GetCustomAttribute<WireNameAttribute>()!.Name, all, paths);

                ColumnCase.Outcome columns = both.ByColumns<object[]>(document);
                ColumnCase.Outcome objects = both.ByObjects<object[]>(
                    document, [new Fieldset(type.GetCustomAttribute<WireNameAttribute>()!.Name, [.. paths.Select(path => path.Wire)])]);
                Interlocked.Increment(ref columns.Failure is null ? ref read : ref refused);
                Agree(columns, objects, paths, document);
            },
            iter: 6_000);
        read.Should().BeGreaterThan(1_000);
        refused.Should().BeGreaterThan(500);
    }

    // An object of the model is read whole, so that it may fail in a member that no column stands for.
    private static void Agree(ColumnCase.Outcome columns, ColumnCase.Outcome objects, ModelPath[] paths, string document)
    {
        if (objects.Failure is null)
        {
            columns.Failure.Should().BeNull("objects can be read of {0}", document);
            columns.Rows.Should().Be(objects.Rows, "both are read of {0}", document);
            return;
        }

        string? failed = (objects.Failure as KlaviyoMaterializationException)?.JsonPath;
        string? member = failed?[(failed.IndexOf(".attributes.", StringComparison.Ordinal) is >= 0 and int start ? start + ".attributes.".Length : 0)..];
        bool isRead = failed is null || !failed.Contains(".attributes.", StringComparison.Ordinal)
            || paths.Any(path => path.Wire == member || path.Wire.StartsWith(member + ".", StringComparison.Ordinal));
        if (isRead)
            columns.Failure.Should().NotBeNull("{0} failed for objects: {1}", objects.Failure.Message, document);
        if (columns.Failure is KlaviyoMaterializationException inColumns && inColumns.JsonPath == failed)
            inColumns.Message.Should().Be(objects.Failure.Message);
    }

    private static string Document(Random random, string type, IReadOnlyList<ModelPath> all, ModelPath[] paths)
    {
        StringBuilder document = new("{\"data\":[");
        int count = random.Next(1, 5);
        bool isTame = random.Next(4) > 0;
        for (int i = 0; i < count; i++)
        {
            StringBuilder attributes = new();
            foreach (ModelPath path in random.Next(3) == 0 ? random.GetItems([.. all, .. paths], 8) : paths)
                Write(attributes, random, path, isTame);
            document.Append(i == 0 ? "" : ",")
                .Append($$"""{"type":"{{type}}","id":"{{(random.Next(9) == 0 ? "q\\\"" : "R")}}{{i}}","attributes":{""")
                .Append(attributes)
                .Append("}}");
        }

        return document.Append("]}").ToString();
    }

    private static void Write(StringBuilder attributes, Random random, ModelPath path, bool isTame)
    {
        attributes.Append(attributes.Length == 0 ? "" : random.Next(3) == 0 ? " , " : ",");
        for (int i = 0; i < path.Properties.Count; i++)
        {
            string name = path.Properties[i].GetCustomAttribute<WireNameAttribute>()!.Name;
            bool isLast = i == path.Properties.Count - 1;
            attributes.Append('"').Append(name).Append(random.Next(5) == 0 ? "\" : " : "\":");
            if (!isLast && random.Next(12) == 0)
            {
                attributes.Append(random.Next(isTame ? 1 : 2) == 0 ? "null" : "7").Append('}', i);
                return;
            }

            attributes.Append(isLast ? Value(random, path.Properties[i].PropertyType, isTame) : random.Next(6) == 0 ? "{\"x\":[{}]," : "{");
        }

        attributes.Append('}', path.Properties.Count - 1);
    }

    private static string Value(Random random, Type type, bool isTame)
    {
        if (!isTame || type == typeof(KlaviyoValue?))
            return _values[random.Next(_values.Length)];
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return random.Next(6) == 0 && plain != typeof(KlaviyoValue) ? "null"
            : plain == typeof(long) ? "12"
            : plain == typeof(double) ? "-1.5"
            : plain == typeof(bool) ? "true"
            : plain == typeof(KlaviyoMap) ? "{\"a\":[1]}"
            : plain == typeof(DateTimeOffset) ? "\"2026-07-01T10:00:00.5+02:00\""
            : plain == typeof(DateOnly) ? "\"2026-07-01\""
            : "\"text " + random.Next(4) + "\"";
    }
}
