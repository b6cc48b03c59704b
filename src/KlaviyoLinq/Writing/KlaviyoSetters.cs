using System.Linq.Expressions;
using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>The members that an update sets, without reading the resource: <c>s => s.SetProperty(p => p.FirstName, "Ada")</c>.</summary>
/// <typeparam name="T">The resource class.</typeparam>
public sealed class KlaviyoSetters<T>
    where T : KlaviyoResource
{
    private readonly MemberTree _attributes = new();
    private readonly MemberTree _patches = new();

    internal KlaviyoSetters()
    {
    }

    /// <summary>Sets a member to a value; null clears it.</summary>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="member">The member, also within an object or of a map: <c>p => p.Location.City</c>, <c>p => p.Properties["plan"]</c>.</param>
    /// <param name="value">The value.</param>
    /// <returns>The same setters.</returns>
    /// <exception cref="ArgumentException">The expression is not a member of the resource, or a value of its type cannot be sent.</exception>
    public KlaviyoSetters<T> SetProperty<TValue>(Expression<Func<T, TValue>> member, TValue value)
    {
        ArgumentNullException.ThrowIfNull(member);
        _attributes.Set(SetterPath.Of(member), value);
        return this;
    }

    /// <summary>Removes a key of the resource's properties (<c>meta.patch_properties.unset</c>).</summary>
    /// <param name="member">The key: <c>p => p.Properties["trial_ends"]</c>.</param>
    /// <returns>The same setters.</returns>
    /// <exception cref="ArgumentException">The expression is not a key of the properties.</exception>
    public KlaviyoSetters<T> Unset(Expression<Func<T, object?>> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        IReadOnlyList<string> path = SetterPath.Of(member);
        if (path is not ["properties", var key])
            throw new ArgumentException(
                $"Unset takes a key of the properties: Unset(x => x.Properties[\"key\"]). To clear {string.Join('.', path)}, set it to null.", nameof(member));
        _patches.Append(["unset"], key);
        return this;
    }

    /// <summary>Writes the resource object of the update.</summary>
    internal LinkFaults Write(Utf8JsonWriter json, string type, string id)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("id"u8, id);
        json.WritePropertyName("attributes"u8);
        _attributes.WriteTo(json);
        if (!_patches.IsEmpty)
        {
            json.WriteStartObject("meta"u8);
            json.WritePropertyName("patch_properties"u8);
            _patches.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        return default;
    }
}
