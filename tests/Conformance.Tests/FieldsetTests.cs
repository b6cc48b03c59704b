using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Data;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests;

public sealed class FieldsetTests(EmulatedAccount account) : ConformanceTests(account)
{
    public static TheoryData<string, string> Fieldsets
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (OperationFacts operation in Operations.All.Select(route => Facts(route.Operation)))
                foreach (FieldsetFacts fieldset in operation.Fieldsets)
                    data.Add(operation.Id, fieldset.ResourceType);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Fieldsets))]
    public void A_projection_of_each_member_asks_for_exactly_that_member(string id, string type)
    {
        OperationFacts operation = Facts(id);
        string parent = Ids(operation).First();
        IQueryable source = Route(id).Source(Klaviyo, parent);
        List<string> wrong = [];
        foreach (string member in operation.FindFieldset(type)!.Members)
        {
            ParameterExpression resource = Expression.Parameter(source.ElementType, "x");
            if (Read(operation, resource, type, member) is not { } read)
            {
                wrong.Add($"UNREACHED {type}.{member}");
                continue;
            }
            try
            {
            string sent = Uri.UnescapeDataString(Selected(Route(id).Query(Klaviyo, parent), resource, read).ToRequestUri().PathAndQuery);
            string expected = $"fields[{type}]={member}";
            if (!sent.Split('?')[1].Split('&').Contains(expected))
                wrong.Add($"SENT {type}.{member} {string.Join('&', sent.Split('?')[1].Split('&').Where(p => p.StartsWith("fields", StringComparison.Ordinal)))}");
            }
            catch (Exception e)
            {
                wrong.Add($"THREW {type}.{member} {e.Message.Replace('\n', ' ')}");
            }
        }

        string.Join("\n", wrong).Should().BeEmpty();
    }

    private static IKlaviyoQueryable<object> Selected(IQueryable query, ParameterExpression resource, Expression read) =>
        (IKlaviyoQueryable<object>)query.Provider.CreateQuery<object>(Expression.Call(
            typeof(Queryable), "Select", [resource.Type, typeof(object)], query.Expression, Expression.Quote(Expression.Lambda(Expression.Convert(read, typeof(object)), resource))));

    private static Expression? Read(OperationFacts operation, ParameterExpression resource, string type, string member)
    {
        if (type == operation.ResourceType)
            return FieldPath.Build(resource, member);
        string relationship = operation.Includes.First(include => include.ResourceType == type).Relationship;
        PropertyInfo navigation = resource.Type.GetProperties().Single(property => property.GetCustomAttribute<RelationshipAttribute>()?.Name == relationship);
        return FieldPath.Build(Expression.Property(resource, navigation), member);
    }
}
