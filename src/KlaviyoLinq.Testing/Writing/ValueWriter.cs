using System.Collections;
using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Testing.Writing;

/// <summary>Writes what the properties of model objects hold, as Klaviyo would send it.</summary>
internal static class ValueWriter
{
    /// <summary>The members of an object one by one; those that were never set and have no null are left out. The unmapped ones follow.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, KlaviyoObject model, Func<ModelMember, bool> isWritten)
    {
        foreach (ModelMember member in ModelMembers.Of(model).Members)
        {
            object? value = member.Property.GetValue(model);
            if (!isWritten(member))
                continue;
            if (member.IsDiscriminator && value is IKlaviyoEnum { Value: "" })
                throw new ArgumentException($"{model.GetType().Name}.{member.Property.Name} is not set: '{member.Name}' says which of several objects it is.");
            if (IsUnset(value))
                continue;
            json.WritePropertyName(member.Name);
            Write(json, value);
        }

        foreach ((string name, JsonElement value) in model.UnmappedMembers)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }

    internal static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool boolean: json.WriteBooleanValue(boolean); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case DateTimeOffset moment: json.WriteStringValue(moment); break;
            case DateOnly date: json.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture)); break;
            case IKlaviyoEnum named: json.WriteStringValue(named.Value); break;
            case KlaviyoValue scalar: WriteScalar(json, scalar); break;
            case KlaviyoMap map: json.WriteRawValue(map.ToString()); break;
            case JsonElement element: element.WriteTo(json); break;
            case KlaviyoObject model: WriteObject(json, model); break;
            case IEnumerable items: WriteArray(json, items); break;
            default: throw new ArgumentException($"A resource cannot hold a value of type {value.GetType()}.", nameof(value));
        }
    }

    private static bool IsUnset(object? value) =>
        value is DateTimeOffset { Ticks: 0 } or DateOnly { DayNumber: 0 } or IKlaviyoEnum { Value: "" } or JsonElement { ValueKind: JsonValueKind.Undefined };

    private static void WriteObject(Utf8JsonWriter json, KlaviyoObject model)
    {
        // An object that this version does not know keeps its JSON whole.
        if (model.GetType().GetProperty("Json") is { } whole && whole.PropertyType == typeof(KlaviyoMap))
        {
            Write(json, whole.GetValue(model));
            return;
        }
        json.WriteStartObject();
        WriteMembers(json, model, _ => true);
        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, IEnumerable items)
    {
        json.WriteStartArray();
        foreach (object? item in items)
            Write(json, item);
        json.WriteEndArray();
    }

    private static void WriteScalar(Utf8JsonWriter json, KlaviyoValue scalar)
    {
        switch (scalar.Kind)
        {
            case KlaviyoValueKind.String: json.WriteStringValue(scalar.AsString()); break;
            case KlaviyoValueKind.Number: json.WriteRawValue(scalar.AsString()!); break;
            case KlaviyoValueKind.Boolean: json.WriteBooleanValue(scalar.AsBoolean() == true); break;
            default: json.WriteNullValue(); break;
        }
    }
}
