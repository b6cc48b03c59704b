using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Fieldsets;

/// <summary>Attributes of one resource type that an answer shows.</summary>
internal sealed class AttributeSelection
{
    private readonly bool _withAlways;
    private readonly SelectedMember[] _members;

    private AttributeSelection(bool withAlways, SelectedMember[] members)
    {
        _withAlways = withAlways;
        _members = members;
    }

    /// <summary>Gets the attributes of a type that an operation shows.</summary>
    /// <param name="layout">The type.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="fields">The members that <c>fields[type]</c> names, null without it.</param>
    /// <param name="additional">The members that <c>additional-fields[type]</c> names.</param>
    internal static AttributeSelection Of(ResourceLayout layout, ReadFacts operation, IReadOnlyList<string>? fields, IReadOnlyList<string> additional)
    {
        LayoutMember[] shown = [.. layout.Members.Where(member => Shows(layout, operation, member, additional))];
        if (fields is not null)
        {
            FieldTree tree = FieldTree.Of(fields);
            return new(false, [.. shown.Where(m => tree.Find(m.Name) is not null).Select(m => new SelectedMember(m, tree.Find(m.Name)))]);
        }
        bool withAlways = shown.Count(m => m.Place == MemberPlace.Always) == layout.AlwaysCount;
        return new(withAlways, [.. shown.Where(m => !withAlways || m.Place != MemberPlace.Always).Select(m => new SelectedMember(m, null))]);
    }

    internal void Write(PageBuffer to, in Row row)
    {
        if (_withAlways && _members.Length == 0)
        {
            to.Write(row.Resource.AlwaysText);
            return;
        }
        to.Write(_withAlways ? row.Resource.AlwaysText[..^1] : "{"u8);
        foreach (SelectedMember selected in _members)
            Write(to, row, selected);
        to.Write((byte)'}');
    }

    private static void Write(PageBuffer to, in Row row, SelectedMember selected)
    {
        ReadOnlySpan<byte> json = row.Resource.Value(selected.Member);
        bool joined = selected.IsJoined && row.JoinedAt != 0;
        if (json.IsEmpty && !joined && !selected.IsProfileCount)
            return;
        to.Write(selected.Opening.AsSpan(to.Last == '{' ? 1 : 0));
        if (joined)
            WriteJoined(to, row.JoinedAt);
        else if (selected.IsProfileCount)
            to.Write(row.Resource.Layout.FindRelationship("profiles") is { } members ? $"{row.Resource.Related(members).Count}" : "0");
        else if (selected.Tree is { } tree)
            JsonReduction.Write(to, json, tree);
        else
            to.Write(json);
    }

    private static void WriteJoined(PageBuffer to, long ticks)
    {
        Span<byte> text = stackalloc byte[32];
        new DateTime(ticks, DateTimeKind.Utc).TryFormat(text, out int length, "yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture);
        to.Write((byte)'"');
        to.Write(text[..length]);
        to.Write((byte)'"');
    }

    private static bool Shows(ResourceLayout layout, ReadFacts operation, LayoutMember member, IReadOnlyList<string> additional)
    {
        if (member.Place == MemberPlace.Hidden)
            return false;
        if (operation.FindFieldset(layout.Type) is not { } fieldset)
            return member.Place == MemberPlace.Always || additional.Contains(member.Name);
        return operation.FindAdditionalFields(layout.Type)?.Lists(member.Name) == true
            ? additional.Contains(member.Name)
            : ResourceLayouts.Shows(fieldset, member.Name);
    }
}
