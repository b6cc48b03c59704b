using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Running;

/// <summary>Makes the rows of one run, and treats those that cannot be made as the user decides.</summary>
/// <param name="shaper">Makes a row.</param>
/// <param name="failures">The user's decision; null where every failure is thrown.</param>
/// <param name="operation">The id of the operation.</param>
/// <param name="clean">Redacts a text of the answer.</param>
internal sealed class RowShaper<T>(Shaper<T> shaper, FailurePolicy? failures, string operation, Func<string?, string?> clean)
{
    /// <summary>Makes a row of a resource.</summary>
    /// <returns>False when it is left out.</returns>
    internal bool TryShape(ResourcePage page, int index, out T row)
    {
        KlaviyoResource resource = page.Resources[index];
        if (page.Failed?.Of(resource) is { } failed)
        {
            KlaviyoMaterializationAction action = Decide(failed.Exception);
            if (action == KlaviyoMaterializationAction.Throw)
                throw failed.Exception;
            if (action == KlaviyoMaterializationAction.SkipRow || !failed.HasNull)
                return Skip(failed.Exception, out row);
            failures!.Nulled(operation, failed.Exception);
        }

        try
        {
            row = shaper.Shape(resource);
            return true;
        }
        catch (KlaviyoMaterializationException failure)
        {
            KlaviyoMaterializationException located = failure.Of(resource.ResourceType, resource.Id).Redacted(clean);
            KlaviyoMaterializationAction action = Decide(located);
            if (action == KlaviyoMaterializationAction.Throw && ReferenceEquals(located, failure))
                throw;
            if (action == KlaviyoMaterializationAction.Throw)
                throw located;
            return action == KlaviyoMaterializationAction.UseNull ? TryShapeLeniently(resource, located, out row) : Skip(located, out row);
        }
    }

    private bool TryShapeLeniently(KlaviyoResource resource, KlaviyoMaterializationException failure, out T row)
    {
        try
        {
            row = shaper.ShapeLeniently(resource);
        }
        catch (KlaviyoMaterializationException)
        {
            return Skip(failure, out row);
        }

        failures!.Nulled(operation, failure);
        return true;
    }

    private bool Skip(KlaviyoMaterializationException failure, out T row)
    {
        row = default!;
        failures!.Skipped(operation, failure);
        return false;
    }

    private KlaviyoMaterializationAction Decide(KlaviyoMaterializationException failure) =>
        failures?.Decide(failure) switch
        {
            KlaviyoMaterializationAction.SkipRow => KlaviyoMaterializationAction.SkipRow,
            KlaviyoMaterializationAction.UseNull => KlaviyoMaterializationAction.UseNull,
            _ => KlaviyoMaterializationAction.Throw,
        };
}
