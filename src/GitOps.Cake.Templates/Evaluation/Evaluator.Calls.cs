using GitOps.Cake.Templates.Functions.Go;
using GitOps.Cake.Templates.Parsing;

namespace GitOps.Cake.Templates.Evaluation;

internal sealed partial class Evaluator
{
    private Operand Call(Operand dot, IdentifierNode identifier, Node command, List<Node>? operands, Operand? final)
    {
        _node = identifier;
        var function = identifier.Function ??= template.Options.Functions.Find(identifier.Name)!;
        return Call(dot, function, command, identifier.Name, operands, final);
    }

    // The first operand is the function itself.
    private Operand Call(Operand dot, TemplateFunction function, Node command, string name, List<Node>? operands, Operand? final)
    {
        run.Step();
        var given = Math.Max(0, (operands?.Count ?? 0) - 1);
        var count = given + (final is null ? 0 : 1);
        if (function.Repeated is not null && count < function.Parameters.Length)
            throw Error($"wrong number of args for {name}: want at least {function.Parameters.Length} got {given}");
        if (function.Repeated is null && count != function.Parameters.Length)
            throw Error($"wrong number of args for {name}: want {function.Parameters.Length} got {count}");
        if (function.Builtin is BuiltinKind.And or BuiltinKind.Or)
            return Decide(dot, function.Builtin == BuiltinKind.Or, operands, given, final);

        var arguments = new object?[count];
        for (var index = 0; index < given; index++)
            arguments[index] = Pass(Argument(dot, function.TypeOf(index), operands![index + 1]), function.TypeOf(index));
        if (final is { } last)
            arguments[given] = Pass(Validate(last, function.TypeOf(given)), function.TypeOf(given));

        var result = Guard(command, name, function, function.Builtin == BuiltinKind.Call ? operands![1].ToString() : null, arguments);
        return new(result, result is null);
    }

    // Go's own functions tell a value from no value at all.
    private static object? Pass(Operand operand, TemplateType type) =>
        operand.IsNothing && type.Kind == TemplateTypeKind.Reflected ? Nothing.Instance : operand.Value;

    private object? Guard(Node command, string name, TemplateFunction function, string? callee, object?[] arguments)
    {
        try
        {
            return callee is null ? function.Invoke(new(arguments, this)) : throw CallFunction.Refuse(callee, arguments[0]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _node = command;
            throw Error($"error calling {name}: {Shorten(GoMessage(exception))}", HintOf(exception), exception);
        }
    }

    // The first argument that decides is the result; those behind it are not evaluated.
    private Operand Decide(Operand dot, bool wanted, List<Node>? operands, int given, Operand? final)
    {
        Operand value = default;
        for (var index = 1; index <= given; index++)
        {
            value = Argument(dot, TemplateType.Reflected, operands![index]);
            if (Truth(value.Value) == wanted)
                return value;
        }

        return final is { } last ? Validate(last, TemplateType.Reflected) : value;
    }

    private static string GoMessage(Exception exception) => exception is TemplateException inner ? inner.GoMessage : exception.Message;

    private static string? HintOf(Exception exception) => exception switch
    {
        TemplateException inner => inner.Hint,
        TemplateFunctionException failure => failure.Hint,
        LimitExceededException => TemplateLimits.Advice,
        _ => null,
    };

    // A template that includes itself tells of every round; what matters is the first and the last of them.
    private static string Shorten(string message)
    {
        const int most = 16 * 1024;
        return message.Length <= most ? message : string.Concat(message.AsSpan(0, most / 2), " ... ", message.AsSpan(message.Length - most / 2));
    }
}
