using KlaviyoLinq.Errors;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;

namespace KlaviyoLinq;

/// <summary>Configures all queries of a context, in <see cref="KlaviyoContext.OnModelCreating"/>.</summary>
public sealed class KlaviyoModelBuilder
{
    private readonly ModelMap _model;
    private readonly Dictionary<Type, ClassRules> _rules = [];

    internal KlaviyoModelBuilder(ModelMap model) => _model = model;

    internal IReadOnlyDictionary<Type, ClassRules> Rules => _rules;

    /// <summary>Configures the queries of a resource class.</summary>
    /// <typeparam name="T">The class: one of the library's, or one that was mapped with <see cref="KlaviyoOptions.Map{T}()"/>.</typeparam>
    /// <exception cref="KlaviyoConfigurationException">The class is not a resource class, or it is not mapped.</exception>
    public KlaviyoEntityBuilder<T> Entity<T>()
        where T : class
    {
        if (!typeof(T).IsSubclassOf(typeof(KlaviyoResource)) && _model.Find(typeof(T)) is null)
            throw new KlaviyoConfigurationException(
                "Map", $"{typeof(T).Name} is neither a resource class of the library nor mapped: map it with KlaviyoOptions.Map<{typeof(T).Name}>() first.");
        if (!_rules.TryGetValue(typeof(T), out ClassRules? rules))
            _rules.Add(typeof(T), rules = new ClassRules());
        return new KlaviyoEntityBuilder<T>(rules);
    }
}
