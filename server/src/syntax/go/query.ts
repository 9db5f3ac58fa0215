/**
 * What is captured of a Go file. A capture without a dot opens a thing; one with a dot is a part of the thing that encloses it.
 * A bulk query is several times cheaper than walking the nodes one by one from JavaScript. A pattern with several captures has one of
 * each: where a part repeats, the thing has a pattern of its own, or it would be found once for every part.
 */
export const query = `
(package_clause (package_identifier) @package)
(import_spec name: (_)? @import.name path: (_) @import.path) @import
(comment) @comment
(source_file (type_declaration) @typedecl)
(type_spec name: (_) @type.name type: (_) @type.type) @type
(type_spec type_parameters: (_) @type.parameters)
(type_alias name: (_) @type.name type: (_) @type.type) @alias
(struct_type) @struct
(field_declaration) @field
(field_declaration name: (_) @field.name)
(field_declaration type: (_) @field.type)
(field_declaration tag: (_) @field.tag)
(function_declaration name: (_) @func.name) @func
(method_declaration receiver: (_) @func.receiver name: (_) @func.name) @func
(function_declaration parameters: (_) @func.parameters)
(function_declaration result: (_) @func.result)
(function_declaration body: (_) @func.body)
(method_declaration parameters: (_) @func.parameters)
(method_declaration result: (_) @func.result)
(method_declaration body: (_) @func.body)
(call_expression function: (_) @call.callee) @call
(argument_list (_) @call.argument)
(composite_literal type: (_) @literal.type) @literal
(literal_value) @value
(literal_value (literal_element) @value.element)
(keyed_element . (literal_element) @value.key (literal_element) @value.value)
(const_spec) @const
(const_spec (identifier) @binding.name)
(const_spec type: (_) @binding.type)
(const_spec value: (expression_list (_) @binding.value))
(var_spec) @var
(var_spec name: (_) @binding.name)
(var_spec type: (_) @binding.type)
(var_spec value: (expression_list (_) @binding.value))
(short_var_declaration) @define
(short_var_declaration left: (expression_list (_) @binding.name))
(short_var_declaration right: (expression_list (_) @binding.value))
(assignment_statement) @assign
(assignment_statement left: (expression_list (_) @binding.name))
(assignment_statement right: (expression_list (_) @binding.value))
(range_clause left: (expression_list (_) @binding.name))
(range_clause left: (_) right: (_) @binding.value) @range
(return_statement) @return
(return_statement (expression_list (_) @return.value))
(ERROR) @problem
(MISSING) @problem
`;
