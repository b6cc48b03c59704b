using System.Linq.Expressions;
using CsCheck;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Parsing;

/// <summary>Predicates over profiles, put together at random from what an author could write.</summary>
internal sealed class RandomPredicates(AccountData data)
{
    private static readonly ParameterExpression _p = Expression.Parameter(typeof(Profile), "p");

    private readonly string?[] _emails = [.. data.Profiles.Select(p => p.Email).Where(email => email is not null).Take(40)];
    private readonly string?[] _phones = [.. data.Profiles.Select(p => p.PhoneNumber).Where(phone => phone is not null).Take(40)];
    private readonly string[] _ids = [.. data.Profiles.Select(p => p.Id).Take(60)];
    private readonly DateTimeOffset[] _moments = [.. data.Profiles.Select(p => p.Created).OfType<DateTimeOffset>().Order().Where((_, i) => i % 25 == 0)];

    /// <summary>Predicates of today's language: comparisons joined by &amp;&amp;, and alternatives of one field.</summary>
    internal Gen<Expression<Func<Profile, bool>>> Published =>
        Gen.OneOf(Alternatives(), Guarded()).Array[1, 4].Select(parts => Lambda(parts.Aggregate(Expression.AndAlso)));

    /// <summary>Predicates of the 2022 language: anything with &amp;&amp;, || and !, and null.</summary>
    internal Gen<Expression<Func<Profile, bool>>> Overview => Gen.Recursive<Expression>((depth, self) => depth > 3
        ? Gen.OneOf(Leaf(), Nulls(), Guarded())
        : Gen.Frequency(
            (3, Gen.OneOf(Leaf(), Nulls(), Guarded())),
            (2, self.Array[2].Select(both => (Expression)Expression.AndAlso(both[0], both[1]))),
            (2, self.Array[2].Select(both => (Expression)Expression.OrElse(both[0], both[1]))),
            (1, self.Select(operand => (Expression)Expression.Not(operand))))).Select(Lambda);

    private Gen<Expression> Leaf() => Gen.OneOf(Alternatives(), Moments());

    private Gen<Expression> Alternatives() => Gen.OneOf(
        Moments(),
        Email().Array[1, 3].Select(parts => parts.Aggregate(Expression.OrElse)),
        Id(),
        IdList());

    // p.Email != null && p.Email == x, and the same as !(p.Email == null || !(p.Email == x)).
    private Gen<Expression> Guarded() =>
        Gen.Select(Gen.OneOf(Email().Array[1, 3].Select(parts => parts.Aggregate(Expression.OrElse)), Phone()), Gen.Bool, Gen.Bool)
            .Select((comparison, first, negated) =>
    {
        Expression member = Member(Mentions(comparison, nameof(Profile.PhoneNumber)) ? nameof(Profile.PhoneNumber) : nameof(Profile.Email));
        Expression nothing = Expression.Constant(null, typeof(string));
        if (negated)
            return (Expression)Expression.Not(Expression.OrElse(Expression.Equal(member, nothing), Expression.Not(comparison)));
        Expression guard = Expression.NotEqual(nothing, member);
        return first ? Expression.AndAlso(guard, comparison) : Expression.AndAlso(comparison, guard);
    });

    private Gen<Expression> Phone() =>
        Gen.Int[0, _phones.Length - 1].Select(
            i => (Expression)Expression.Equal(Member(nameof(Profile.PhoneNumber)), Expression.Constant(_phones[i], typeof(string))));

    private static bool Mentions(Expression comparison, string member) => comparison.ToString().Contains($".{member} ", StringComparison.Ordinal);

    private Gen<Expression> Email() =>
        Gen.Int[0, _emails.Length - 1].Select(
            i => (Expression)Expression.Equal(Member(nameof(Profile.Email)), Expression.Constant(_emails[i], typeof(string))));

    private Gen<Expression> Id() =>
        Gen.Int[0, _ids.Length - 1].Select(i => (Expression)Expression.Equal(Expression.Constant(_ids[i]), Member(nameof(Profile.Id))));

    private Gen<Expression> IdList() => Gen.Int[0, _ids.Length - 1].Array[0, 30].Select(indexes =>
    {
        List<string> list = [.. indexes.Select(i => _ids[i])];
        return (Expression)Expression.Call(Expression.Constant(list), nameof(List<string>.Contains), null, Member(nameof(Profile.Id)));
    });

    private Gen<Expression> Moments() => Gen.Select(Gen.Int[0, _moments.Length - 1], Gen.Bool, Gen.Bool).Select((i, later, created) =>
    {
        Expression member = Member(created ? nameof(Profile.Created) : nameof(Profile.Updated));
        Expression moment = Expression.Constant(_moments[i], typeof(DateTimeOffset?));
        return (Expression)(later ? Expression.GreaterThan(member, moment) : Expression.LessThan(member, moment));
    });

    private static Gen<Expression> Nulls() => Gen.Select(Gen.Bool, Gen.Bool).Select((equal, email) =>
    {
        Expression member = Member(email ? nameof(Profile.Email) : nameof(Profile.PhoneNumber));
        Expression nothing = Expression.Constant(null, typeof(string));
        return (Expression)(equal ? Expression.Equal(member, nothing) : Expression.NotEqual(member, nothing));
    });

    private static MemberExpression Member(string name) => Expression.Property(_p, name);

    private static Expression<Func<Profile, bool>> Lambda(Expression body) => Expression.Lambda<Func<Profile, bool>>(body, _p);
}
