using GitOps.Cake.Templates.Functions;
using GitOps.Cake.Templates.Parsing;
using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Evaluation;

internal sealed partial class Evaluator
{
    // Only the last field may be a method with arguments.
    private Operand Fields(Operand dot, Operand receiver, Node path, IReadOnlyList<string> fields, List<Node>? operands, Operand? final)
    {
        for (var index = 0; index < fields.Count - 1; index++)
            receiver = Field(dot, fields[index], path, null, null, receiver);
        return Field(dot, fields[^1], path, operands, final, receiver);
    }

    private Operand Field(Operand dot, string name, Node path, List<Node>? operands, Operand? final, Operand receiver)
    {
        if (receiver.IsNothing)
            throw Error($"nil data; no entry for key {GoQuote.Quote(name)}", Hints.Null(name));
        if (receiver.Value is null)
            throw Error($"nil pointer evaluating {receiver.StaticType}.{name}", Hints.Null(name));

        if (GoMethods.Find(receiver.Value, name) is { } method)
            return Call(dot, method, path, name, operands, final);

        var hasArguments = operands is { Count: > 1 } || final is not null;
        switch (receiver.Value)
        {
            case GoMap map:
                RefuseArguments(name, hasArguments);
                return map.TryGetValue(name, out var value) ? new(value, IsBoxed: true) : throw MissingKey(name);
            case GoStringMap map:
                RefuseArguments(name, hasArguments);
                return map.TryGetValue(name, out var text) ? new(text) : throw MissingKey(name);
            case GoStruct structure when structure.TryGetField(name, out var field):
                if (hasArguments)
                    throw Error($"{name} has arguments but cannot be invoked as function");
                return new(field, IsBoxed: field is null, IsTypedNil: field is null);
            default:
                throw Error($"can't evaluate field {name} in type {receiver.StaticType}");
        }
    }

    private void RefuseArguments(string name, bool hasArguments)
    {
        if (hasArguments)
            throw Error($"{name} is not a method but has arguments");
    }

    private TemplateException MissingKey(string name) => Error($"map has no entry for key {GoQuote.Quote(name)}", Hints.MissingKey(name));
}
