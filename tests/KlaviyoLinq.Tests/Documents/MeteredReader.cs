using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Loader;
using KlaviyoLinq.Documents;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace KlaviyoLinq.Tests.Documents;

/// <summary>
/// The library's own reader of documents, in a copy of its assembly that counts a step at the beginning of each method and of each round of a loop.
/// The count is the same on every machine, and grows with the square of a document where a list is searched for each of its items.
/// </summary>
internal static class MeteredReader
{
    private static readonly Lazy<Action<byte[]>> _read = new(Load);

    /// <summary>Reads a document.</summary>
    /// <returns>The number of steps.</returns>
    internal static long StepsOf(byte[] document)
    {
        long before = StepCounter.Steps;
        _read.Value(document);
        return StepCounter.Steps - before;
    }

    private static Action<byte[]> Load()
    {
        using MemoryStream metered = new();
        using (AssemblyDefinition library = AssemblyDefinition.ReadAssembly(typeof(DocumentReader).Assembly.Location))
        {
            MethodReference step = library.MainModule.ImportReference(typeof(StepCounter).GetMethod(nameof(StepCounter.Step)));
            MethodReference search = library.MainModule.ImportReference(typeof(StepCounter).GetMethod(nameof(StepCounter.LastIndexOf)));
            foreach (MethodDefinition method in library.MainModule.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
                Meter(method.Body, step, search);
            library.Write(metered);
        }

        metered.Position = 0;
        AssemblyLoadContext context = new("metered", isCollectible: false);
        context.Resolving += (_, name) => Assembly.Load(name);
        MethodInfo read = context.LoadFromStream(metered)
            .GetType(typeof(DocumentReader).FullName!)!.GetMethod(nameof(DocumentReader.Read), BindingFlags.Static | BindingFlags.NonPublic)!;
        ParameterExpression document = Expression.Parameter(typeof(byte[]));
        return Expression.Lambda<Action<byte[]>>(Expression.Call(read, read.GetParameters().Select(parameter => Argument(parameter, document))), document)
            .Compile();
    }

    private static Expression Argument(ParameterInfo parameter, Expression document) => parameter.Name switch
    {
        "document" => Expression.Convert(document, parameter.ParameterType),
        "collects" => Expression.Constant(true),
        _ => Expression.Default(parameter.ParameterType),
    };

    private static void Meter(Mono.Cecil.Cil.MethodBody body, MethodReference step, MethodReference search)
    {
        body.SimplifyMacros();
        foreach (Instruction call in body.Instructions.Where(IsSearch))
            call.Operand = search;
        HashSet<Instruction> beginnings = [body.Instructions[0]];
        foreach (Instruction instruction in body.Instructions)
            if (instruction.Operand is Instruction target && target.Offset <= instruction.Offset)
                beginnings.Add(target);
        ILProcessor code = body.GetILProcessor();
        foreach (Instruction beginning in beginnings)
        {
            // The instruction becomes the step, and its copy follows: whatever jumps to it takes the step.
            Instruction copy = Instruction.Create(OpCodes.Nop);
            (copy.OpCode, copy.Operand) = (beginning.OpCode, beginning.Operand);
            code.InsertAfter(beginning, copy);
            (beginning.OpCode, beginning.Operand) = (OpCodes.Call, step);
        }

        body.OptimizeMacros();
    }

    private static bool IsSearch(Instruction instruction) =>
        instruction.Operand is GenericInstanceMethod
        {
            Name: nameof(MemoryExtensions.LastIndexOf),
            DeclaringType.Name: nameof(MemoryExtensions),
            Parameters: [_, { ParameterType: GenericInstanceType }],
        };
}
