using GitOps.Cake.Templates.Dates;
using GitOps.Cake.Templates.Parsing;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>The value of an argument, checked against its parameter; the term of a chain has none.</summary>
    private Operand Argument(Operand dot, TemplateType? type, Node argument)
    {
        _node = argument;
        switch (argument)
        {
            case DotNode:
                return Validate(dot, type);
            case PathNode path:
                return Validate(Evaluate(dot, path, null, null), type);
            case PipeNode pipe:
                return Validate(Evaluate(dot, pipe), type);
            case IdentifierNode identifier:
                return Validate(Call(dot, identifier, identifier, null, null), type);
            case ChainNode chain:
                return Validate(Evaluate(dot, chain, null, null), type);
            case ConstantNode { Value: null }:
                return type!.AcceptsNil ? default : throw Error($"cannot assign nil to {type}");
            default:
                return new(Constant(argument, type!));
        }
    }

    private object Constant(Node argument, TemplateType type) => (type.Kind, argument) switch
    {
        (TemplateTypeKind.Any or TemplateTypeKind.Reflected, NumberNode number) => Constant(number),
        (TemplateTypeKind.Any or TemplateTypeKind.Reflected, ConstantNode constant) => constant.Value!,
        (TemplateTypeKind.Text, ConstantNode { Value: string text }) => text,
        (TemplateTypeKind.Text, _) => throw Error($"expected string; found {argument}"),
        (TemplateTypeKind.Bool, ConstantNode { Value: bool flag }) => flag,
        (TemplateTypeKind.Bool, _) => throw Error($"expected bool; found {argument}"),
        (TemplateTypeKind.Int, NumberNode { Integer: { } integer }) => (nint)integer,
        (TemplateTypeKind.Duration, NumberNode { Integer: { } integer }) => new GoDuration(integer),
        (TemplateTypeKind.Int or TemplateTypeKind.Duration, _) => throw Error($"expected integer; found {argument}"),
        (TemplateTypeKind.UInt32, NumberNode { Unsigned: { } unsigned }) => (uint)unsigned,
        (TemplateTypeKind.UInt32, _) => throw Error($"expected unsigned integer; found {argument}"),
        (TemplateTypeKind.Float, NumberNode { Float: { } number }) => number,
        (TemplateTypeKind.Float, _) => throw Error($"expected float; found {argument}"),
        _ => throw Error($"can't handle {argument} for arg of type {type}"),
    };

    private Operand Validate(Operand operand, TemplateType? type)
    {
        if (type is null || type.Kind == TemplateTypeKind.Reflected)
            return operand;
        if (operand.IsNothing)
            return type.AcceptsNil ? operand : throw Error($"invalid value; expected {type}");
        if (type.Kind == TemplateTypeKind.Any || (operand.Value is { } value && type.Accepts(value)))
            return operand;

        // A value is judged by its own type, nil by that of the place it comes from.
        var actual = operand.Value is null ? operand.StaticType : GoValue.TypeOf(operand.Value);
        throw Error($"wrong type for value; expected {type}; got {actual}", Hints.WrongType(type.Name, actual));
    }
}
