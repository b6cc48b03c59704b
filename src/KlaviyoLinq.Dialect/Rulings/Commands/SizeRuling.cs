using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses a body, an item, a string or an array that is larger than one request accepts.</summary>
internal static class SizeRuling
{
    /// <summary>The limits of the operation itself.</summary>
    internal static void Apply(CommandReview review)
    {
        WriteFacts operation = review.Operation;
        if (review.Form.BodyBytes > operation.MaximumBytes)
            review.Refuse(
                KlaviyoFindingCode.BodyTooLarge, $"{operation} accepts {Bytes(operation.MaximumBytes.Value)}, and the body has {Bytes(review.Form.BodyBytes)}.",
                operation.MaximumItems is null ? "Shorten the values." : "Send fewer items in one command.");
        if (operation is not { MaximumItems: { } maximum, ItemsPath: { } path } || review.Form.Data is not { } data)
            return;
        BodyNode root = new(data, BodyPlace.Data(operation.ResourceType));
        Count(review, path == "data" ? root : root.At(path), maximum);
    }

    internal static void Apply(CommandReview review, BodyRuleFacts rule, BodyNode node)
    {
        int maximum = int.Parse(rule.Value, CultureInfo.InvariantCulture);
        if (rule.Rule == BodyRule.MaximumItems)
            Count(review, node.At(rule.Paths[0]), maximum);
        else if (rule.Rule == BodyRule.MaximumBytes && node.Value is { } item && BodyMeasure.Bytes(item) is var bytes && bytes > maximum)
            review.Refuse(
                KlaviyoFindingCode.BodyTooLarge, node.Place,
                $"{review.Operation} accepts {Bytes(maximum)} for each item, and {Item(node.Place)} has {Bytes(bytes)}.", "Shorten its values.");
        else if (rule.Rule == BodyRule.MaximumStringBytes
            && node.At(rule.Paths[0]) is { Value: { } value } member
            && Longest(value) is var longest
            && longest > maximum)
            review.Refuse(
                KlaviyoFindingCode.BodyTooLarge, member.Place,
                $"{review.Operation} accepts strings of {Bytes(maximum)}, and {member.Place.Both} holds one of {Bytes(longest)}.", "Shorten it.");
    }

    private static void Count(CommandReview review, BodyNode items, int maximum)
    {
        if (items.Value is BodyArray array && array.Items.Count > maximum)
            review.Refuse(
                KlaviyoFindingCode.TooManyItems, items.Place,
                string.Format(CultureInfo.InvariantCulture, "{0} accepts {1:N0} items, and there are {2:N0}.", review.Operation, maximum, array.Items.Count),
                "Split them over several commands.");
    }

    private static int Longest(BodyTerm term) => term switch
    {
        BodyText text => BodyMeasure.Text(text.Value) - 2,
        BodyArray array => array.Items.Select(Longest).DefaultIfEmpty().Max(),
        BodyObject body => body.Members.Select(member => Longest(member.Value)).DefaultIfEmpty().Max(),
        _ => 0,
    };

    private static string Item(BodyPlace place) => place.Member.Length == 0 ? "this one" : place.Member;

    private static string Bytes(int bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture) + " bytes";
}
