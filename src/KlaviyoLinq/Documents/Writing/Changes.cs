using KlaviyoLinq.Links;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents.Writing;

/// <summary>Finds and accepts the changes within values that have members of their own.</summary>
internal static class Changes
{
    internal static bool In(KlaviyoObject? value) => value is { HasChanges: true };

    internal static bool In(KlaviyoMap? value) => value is { HasChanges: true };

    internal static bool InLinks(IEditableLinks? value) => value is { HasChanges: true };

    internal static bool In(IReadOnlyList<KlaviyoObject>? list)
    {
        for (int i = 0; i < list?.Count; i++)
            if (In(list[i]))
                return true;
        return false;
    }

    internal static bool In(IReadOnlyList<KlaviyoMap>? list)
    {
        for (int i = 0; i < list?.Count; i++)
            if (In(list[i]))
                return true;
        return false;
    }

    internal static void Accept(KlaviyoObject? value) => value?.AcceptChanges();

    internal static void Accept(KlaviyoMap? value) => value?.AcceptChanges();

    internal static void AcceptLinks(IEditableLinks? value) => value?.AcceptChanges();

    internal static void Accept(IReadOnlyList<KlaviyoObject>? list)
    {
        for (int i = 0; i < list?.Count; i++)
            Accept(list[i]);
    }

    internal static void Accept(IReadOnlyList<KlaviyoMap>? list)
    {
        for (int i = 0; i < list?.Count; i++)
            Accept(list[i]);
    }
}
